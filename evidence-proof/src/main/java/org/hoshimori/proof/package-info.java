/**
 * The cryptographic heart of the evidence record: what is hashed, how it is sealed, exported and verified. Rests on the
 * JDK alone, so that its jar is also the verifier that an auditor runs far from our database.
 *
 * <p>RFC 8785 (canonical JSON), RFC 9162 (Merkle tree), RFC 8032 (Ed25519), RFC 2104 (HMAC). The formats and what each
 * attacker can still do stand in {@code docs/evidence.md}.
 */
@NullMarked
package org.hoshimori.proof;

import org.jspecify.annotations.NullMarked;
