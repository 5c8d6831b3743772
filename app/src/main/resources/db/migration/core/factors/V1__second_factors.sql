GRANT USAGE ON SCHEMA factors TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA factors GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Second factors: the secret is sealed under a key outside the database; a time step counts once.
CREATE TABLE factors.second_factor (
  person    uuid        PRIMARY KEY,
  secret    bytea       NOT NULL,
  last_step bigint      NOT NULL,
  since     timestamptz NOT NULL
);

-- Codes that stand in for a lost telephone, each gone once it was used; only a keyed hash is kept.
CREATE TABLE factors.recovery_code (
  person uuid  NOT NULL REFERENCES factors.second_factor (person) ON DELETE CASCADE,
  mac    bytea NOT NULL,
  PRIMARY KEY (person, mac)
);
