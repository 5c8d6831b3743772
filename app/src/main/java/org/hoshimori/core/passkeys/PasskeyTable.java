package org.hoshimori.core.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys in the database: the public half of each key and how often it has signed. */
@Repository
class PasskeyTable implements UserCredentialRepository {

    private final JdbcClient sql;
    private final Clock clock;

    PasskeyTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps a new one, or that one has signed again; one that counts backwards is a copy and refused. */
    @Override
    public void save(CredentialRecord key) {
        if (findByCredentialId(key.getCredentialId()) == null) {
            insert(key);
            return;
        }
        int counted = sql.sql("""
                UPDATE passkeys.passkey SET signatures = :signatures, carried = :carried, last_used = :now
                 WHERE credential = :credential AND (:signatures > signatures OR (:signatures = 0 AND signatures = 0))""")
                .param("signatures", key.getSignatureCount())
                .param("carried", key.isBackupState())
                .param("now", now())
                .param("credential", key.getCredentialId().getBytes())
                .update();
        if (counted == 0) {
            throw new PasskeyCopied();
        }
    }

    private void insert(CredentialRecord key) {
        sql.sql("""
                INSERT INTO passkeys.passkey (id, person, credential, name, public_key, signatures, verified, eligible, carried,
                                              transports, attestation, client_data, since)
                VALUES (:id, :person, :credential, :name, :publicKey, :signatures, :verified, :eligible, :carried,
                        :transports, :attestation, :clientData, :now)""")
                .param("id", UUID.randomUUID())
                .param("person", UserHandle.person(key.getUserEntityUserId()).value())
                .param("credential", key.getCredentialId().getBytes())
                .param("name", key.getLabel())
                .param("publicKey", key.getPublicKey().getBytes())
                .param("signatures", key.getSignatureCount())
                .param("verified", key.isUvInitialized())
                .param("eligible", key.isBackupEligible())
                .param("carried", key.isBackupState())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(key.getAttestationObject()))
                .param("clientData", bytes(key.getAttestationClientDataJSON()))
                .param("now", now())
                .update();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return sql.sql("SELECT * FROM passkeys.passkey WHERE credential = :credential")
                .param("credential", credential.getBytes())
                .query(PasskeyTable::key)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return sql.sql("SELECT * FROM passkeys.passkey WHERE person = :person ORDER BY since")
                .param("person", UserHandle.person(user).value())
                .query(PasskeyTable::key)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        sql.sql("DELETE FROM passkeys.passkey WHERE credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    /** Somebody's, the oldest first. */
    List<Passkey> of(PersonId person) {
        return sql.sql("SELECT * FROM passkeys.passkey WHERE person = :person ORDER BY since, id")
                .param("person", person.value())
                .query((row, n) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("carried"),
                        row.getObject("since", OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                        Optional.ofNullable(row.getObject("last_used", OffsetDateTime.class))
                                .map(used -> used.atZoneSameInstant(clock.getZone()))))
                .list();
    }

    boolean any(PersonId person) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM passkeys.passkey WHERE person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Removes one of somebody's; its name, if it was there. */
    Optional<String> remove(PersonId person, UUID id) {
        return sql.sql("DELETE FROM passkeys.passkey WHERE person = :person AND id = :id RETURNING name")
                .param("person", person.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Removes all of somebody's; how many there were. */
    int removeAll(PersonId person) {
        return sql.sql("DELETE FROM passkeys.passkey WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    private static CredentialRecord key(ResultSet row, int number) throws SQLException {
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        OffsetDateTime used = row.getObject("last_used", OffsetDateTime.class);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(UserHandle.of(new PersonId(row.getObject("person", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("eligible"))
                .backupState(row.getBoolean("carried"))
                .transports(transports(row.getString("transports")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("name"))
                .created(since)
                .lastUsed(used == null ? since : used.toInstant())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        return Arrays.stream(kept.split(",", -1))
                .filter(t -> !t.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
