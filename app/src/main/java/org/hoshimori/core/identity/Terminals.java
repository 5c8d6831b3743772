package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;

/** The company's terminals and their certificates, which another room keeps ({@code acc-7}). */
public interface Terminals {

    /** Which of them this request comes from. */
    Terminal of(HttpServletRequest request);

    /** Whether it comes from a network of the company's own, from where no terminal is asked for. */
    boolean atHome(HttpServletRequest request);
}
