GRANT USAGE ON SCHEMA identity TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA identity GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

CREATE TABLE identity.password (
  person     uuid PRIMARY KEY,
  hash       text        NOT NULL,
  changed_at timestamptz NOT NULL
);

-- What somebody may do beyond what everybody may; from posts and departments more follows.
CREATE TABLE identity.permission (
  person     uuid NOT NULL,
  permission text NOT NULL,
  PRIMARY KEY (person, permission)
);

-- Spring Session's tables.
CREATE TABLE identity.spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint   NOT NULL,
  last_access_time      bigint   NOT NULL,
  max_inactive_interval integer  NOT NULL,
  expiry_time           bigint   NOT NULL,
  principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON identity.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON identity.spring_session (principal_name);

CREATE TABLE identity.spring_session_attributes (
  session_primary_id char(36)     NOT NULL REFERENCES identity.spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- Earlier passwords, as long as the regulation forbids them.
CREATE TABLE identity.former_password (
  person   uuid        NOT NULL,
  hash     text        NOT NULL,
  until_at timestamptz NOT NULL,
  PRIMARY KEY (person, until_at)
);

-- Attempts that failed since the last that succeeded, those under way, and until when the account is locked.
CREATE TABLE identity.attempts (
  person       uuid        PRIMARY KEY,
  failures     integer     NOT NULL DEFAULT 0,
  pending      integer     NOT NULL DEFAULT 0,
  since        timestamptz,
  locked_until timestamptz
);

-- Links by which people set their first or a forgotten password; only the link's hash is kept.
CREATE TABLE identity.invitation (
  key_hash   bytea       PRIMARY KEY,
  person     uuid        NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX invitation_person ON identity.invitation (person);
