-- Second factors: the secret is sealed under a key outside the database; a time step counts once.
CREATE TABLE identity.second_factor (
  person    uuid        PRIMARY KEY,
  secret    bytea       NOT NULL,
  last_step bigint      NOT NULL,
  since     timestamptz NOT NULL
);

-- Codes that stand in for a lost telephone, each gone once it was used; only a keyed hash is kept.
CREATE TABLE identity.recovery_code (
  person uuid  NOT NULL REFERENCES identity.second_factor (person) ON DELETE CASCADE,
  mac    bytea NOT NULL,
  PRIMARY KEY (person, mac)
);

-- Attempts at passwords and at second factors are counted apart.
ALTER TABLE identity.attempts ADD COLUMN door text NOT NULL DEFAULT 'password';
ALTER TABLE identity.attempts ALTER COLUMN door DROP DEFAULT;
ALTER TABLE identity.attempts DROP CONSTRAINT attempts_pkey;
ALTER TABLE identity.attempts ADD PRIMARY KEY (person, door);

-- Sessions of earlier versions hold permissions, but no factors.
TRUNCATE identity.spring_session CASCADE;
