package org.hoshimori.core.notices;

import java.util.UUID;

/**
 * A mail, ready to be sent.
 *
 * @param id makes the Message-ID: the same mail sent again bears the same
 */
record Letter(UUID id, String to, String name, String language, String subject, String text) {}
