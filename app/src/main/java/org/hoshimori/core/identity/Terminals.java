package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;

/** The company's terminals and their certificates, which another room keeps ({@code acc-7}). */
public interface Terminals {

    /** Which of them this request comes from. */
    Terminal of(HttpServletRequest request);
}
