-- An account, by its person: whether the password was held against the rule of privileged accounts, when it was set.
CREATE OR REPLACE VIEW facts.account AS
SELECT person AS id, person, changed_at, privileged FROM identity.password;
SELECT facts.watch('identity.password', 'account', 'person');

-- Until when an account is or was locked, by the door at which attempts failed; read by lists, so nobody watches it.
CREATE OR REPLACE VIEW facts.account_lock AS
SELECT person, door, locked_until FROM identity.attempts WHERE locked_until IS NOT NULL;

CREATE OR REPLACE VIEW facts.log_in AS
SELECT id, person, at, door, succeeded, terminal FROM identity.log_in;
SELECT facts.watch('identity.log_in', 'log_in', 'person');
