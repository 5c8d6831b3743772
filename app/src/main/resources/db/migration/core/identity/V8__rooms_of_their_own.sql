-- Accounts, auditors, second factors and grants live in rooms of their own, whose tables are made before these.
INSERT INTO accounts.invitation (key_hash, person, expires_at) SELECT key_hash, person, expires_at FROM identity.invitation;
INSERT INTO accounts.reset_request (person, at, address) SELECT person, at, address FROM identity.reset_request;
INSERT INTO auditors.auditor (id, name, organization, mail, language, starts_on, ends_on, reason, issued_by, issued_at, ended_at)
SELECT id, name, organization, mail, language, starts_on, ends_on, reason, issued_by, issued_at, ended_at FROM identity.auditor;
INSERT INTO factors.second_factor (person, secret, last_step, since)
SELECT person, secret, last_step, since FROM identity.second_factor;
INSERT INTO factors.recovery_code (person, mac) SELECT person, mac FROM identity.recovery_code;
INSERT INTO grants.named_grant
  (id, person, permission, starts_on, ends_on, reason, granted_by, granted_at, withdrawn_at, withdrawn_by)
SELECT id, person, permission, starts_on, ends_on, reason, granted_by, granted_at, withdrawn_at, withdrawn_by
  FROM identity.named_grant;

DROP TABLE identity.invitation, identity.reset_request, identity.auditor, identity.recovery_code, identity.second_factor,
           identity.named_grant;
DROP FUNCTION IF EXISTS facts.note_identity_auditor_auditor(), facts.note_identity_second_factor_second_factor(),
                        facts.note_identity_named_grant_named_grant();
