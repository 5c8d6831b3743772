CREATE OR REPLACE VIEW facts.passkey AS
SELECT id, person, since, last_used FROM passkeys.passkey;
SELECT facts.watch('passkeys.passkey', 'passkey', 'id', 'person');
