package org.hoshimori.core.passkeys;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.hoshimori.core.identity.SideEntrance;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** What a passkey knows its owner by: the sixteen bytes of the person's id, which say nothing to anybody else. */
@Component
class UserHandle implements PublicKeyCredentialUserEntityRepository {

    private final SideEntrance entrance;

    UserHandle(SideEntrance entrance) {
        this.entrance = entrance;
    }

    static Bytes of(PersonId person) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId person(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(person(handle));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return find(new PersonId(UUID.fromString(name)));
    }

    private @Nullable PublicKeyCredentialUserEntity find(PersonId person) {
        return entrance.known(person)
                .map(guest -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(of(person))
                        .name(guest.mail())
                        .displayName(guest.who().name())
                        .build())
                .orElse(null);
    }

    /** Nothing is kept: people are the register's. */
    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException();
    }
}
