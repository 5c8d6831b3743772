GRANT USAGE ON SCHEMA signon TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA signon GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- Who here is who at the provider; one identity a person.
CREATE TABLE signon.link (
  issuer    text        NOT NULL,
  subject   text        NOT NULL,
  person    uuid        NOT NULL UNIQUE,
  mail      text        NOT NULL,
  since     timestamptz NOT NULL,
  last_used timestamptz,
  PRIMARY KEY (issuer, subject)
);

-- Who came from the provider and was not let in; person is whom the mail address names here.
CREATE TABLE signon.knock (
  id       uuid        PRIMARY KEY,
  issuer   text        NOT NULL,
  subject  text        NOT NULL,
  mail     text        NOT NULL,
  name     text        NOT NULL,
  why      text        NOT NULL,
  person   uuid,
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  times    integer     NOT NULL DEFAULT 1,
  state    text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
  UNIQUE (issuer, subject)
);

-- Which group at the provider means which post, and who should hold one because of it.
CREATE TABLE signon.group_post (
  grp  text PRIMARY KEY,
  post text NOT NULL
);
CREATE TABLE signon.proposal (
  id     uuid        PRIMARY KEY,
  person uuid        NOT NULL,
  post   text        NOT NULL,
  grp    text        NOT NULL,
  at     timestamptz NOT NULL,
  state  text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
  UNIQUE (person, post)
);
