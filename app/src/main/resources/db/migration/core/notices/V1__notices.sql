-- What somebody is told, and what is to be sent because of it. Both are written with the act itself; a job sends after commit.
GRANT USAGE ON SCHEMA notices TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA notices GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

-- One thing that is sent: a mail with one or more notices, or a line to the channel.
CREATE TABLE notices.delivery (
  id       uuid PRIMARY KEY,
  route    text        NOT NULL CHECK (route IN ('mail', 'channel')),
  person   uuid,
  digest   boolean     NOT NULL,
  state    text        NOT NULL DEFAULT 'waiting'
           CHECK (state IN ('waiting', 'sent', 'undeliverable', 'withdrawn', 'no-route')),
  told_at  timestamptz NOT NULL,
  next_at  timestamptz NOT NULL,
  tries    integer     NOT NULL DEFAULT 0,
  failure  text,
  ended_at timestamptz,
  CHECK ((route = 'mail') = (person IS NOT NULL))
);
CREATE INDEX delivery_due ON notices.delivery (next_at) WHERE state = 'waiting';
CREATE INDEX delivery_stuck ON notices.delivery (told_at) WHERE state = 'undeliverable' OR (state = 'waiting' AND tries >= 8);

CREATE TABLE notices.notice (
  id        uuid PRIMARY KEY,
  -- Nobody where it is for the channel only.
  person    uuid,
  -- Who is told under the same key again is not told again.
  key       text        NOT NULL,
  message   text        NOT NULL,
  arguments text[]      NOT NULL,
  address   text        NOT NULL,
  told_at   timestamptz NOT NULL,
  read_at   timestamptz,
  delivery  uuid REFERENCES notices.delivery (id),
  -- Waits for the day's digest.
  gathered  boolean     NOT NULL DEFAULT false,
  UNIQUE NULLS NOT DISTINCT (person, key)
);
CREATE INDEX notice_of ON notices.notice (person, told_at DESC, id);
CREATE INDEX notice_unread ON notices.notice (person, told_at DESC) WHERE read_at IS NULL;
CREATE INDEX notice_gathered ON notices.notice (person) WHERE gathered;
CREATE INDEX notice_delivery ON notices.notice (delivery);

-- How somebody wants what need not be told at once.
CREATE TABLE notices.preference (
  person uuid PRIMARY KEY,
  mail   text NOT NULL CHECK (mail IN ('as-told', 'at-once', 'digest', 'none'))
);
