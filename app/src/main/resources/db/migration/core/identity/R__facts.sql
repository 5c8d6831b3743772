-- An account, by its person: whether the password was held against the rule of privileged accounts, when it was set.
CREATE OR REPLACE VIEW facts.account AS
SELECT person AS id, person, changed_at, privileged FROM identity.password;
SELECT facts.watch('identity.password', 'account', 'person');

CREATE OR REPLACE VIEW facts.second_factor AS
SELECT person, since FROM identity.second_factor;
SELECT facts.watch('identity.second_factor', 'second_factor', 'person');

-- Permissions given by name; those that follow from posts stand in facts.appointment.
CREATE OR REPLACE VIEW facts.named_grant AS
SELECT id, person, permission, starts_on, ends_on, granted_at, withdrawn_at FROM identity.named_grant;
SELECT facts.watch('identity.named_grant', 'named_grant', 'id', 'person');

CREATE OR REPLACE VIEW facts.log_in AS
SELECT id, person, at, door, succeeded, terminal FROM identity.log_in;
SELECT facts.watch('identity.log_in', 'log_in', 'person');

CREATE OR REPLACE VIEW facts.auditor AS
SELECT id, starts_on, ends_on, issued_at, ended_at FROM identity.auditor;
SELECT facts.watch('identity.auditor', 'auditor', 'id');
