-- Tables that somebody has sent to be imported, until that is done or a day has passed.
CREATE TABLE exchange.upload (
  id       uuid PRIMARY KEY,
  register text        NOT NULL,
  sent_by  text        NOT NULL,
  sent_at  timestamptz NOT NULL,
  name     text        NOT NULL,
  sha256   text        NOT NULL,
  -- Null once it is taken in.
  content  bytea,
  added    integer,
  changed  integer,
  same     integer,
  left_out integer
);
CREATE INDEX upload_sent ON exchange.upload (sent_at);
GRANT DELETE ON exchange.upload TO ${app};
