-- People who say that they have forgotten their password, until an administrator gives them a link.
CREATE TABLE identity.reset_request (
  person  uuid        PRIMARY KEY,
  at      timestamptz NOT NULL,
  address text        NOT NULL
);
