package org.hoshimori.core.passkeys;

/** A passkey has signed as often as before or less: somebody has made a copy of it. */
final class PasskeyCopied extends RuntimeException {
    private static final long serialVersionUID = 1;
}
