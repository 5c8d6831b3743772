GRANT USAGE ON SCHEMA takeouts TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA takeouts GRANT SELECT, INSERT, UPDATE ON TABLES TO ${app};

-- Information assets taken out of the house; none is ever deleted.
CREATE TABLE takeouts.take_out (
  id          uuid PRIMARY KEY,
  taker       uuid NOT NULL,
  -- Whose head permits it: the taker's own when it was asked for.
  department  uuid NOT NULL,
  purpose     text NOT NULL,
  destination text NOT NULL,
  leaves_on   date NOT NULL,
  returns_on  date NOT NULL,
  -- Whether assets are sent or received over a network outdoors.
  network     boolean NOT NULL,
  -- The highest confidentiality of what is taken, 1 to 3.
  level       integer NOT NULL CHECK (level BETWEEN 1 AND 3),
  state       text NOT NULL CHECK (state IN ('asked', 'permitted', 'refused', 'withdrawn', 'out', 'returned', 'lost')),
  request     uuid,
  asked_at    timestamptz NOT NULL,
  revision    text NOT NULL,
  out_at      timestamptz,
  out_condition text NOT NULL DEFAULT '',
  back_at     timestamptz,
  -- Who has received it, who is never the taker.
  back_to     uuid,
  back_condition text NOT NULL DEFAULT '',
  lost_at     timestamptz,
  lost_story  text NOT NULL DEFAULT '',
  version     integer NOT NULL DEFAULT 0
);
CREATE INDEX take_out_taker ON takeouts.take_out (taker, leaves_on DESC);
CREATE INDEX take_out_open ON takeouts.take_out (returns_on) WHERE state IN ('asked', 'permitted', 'out');
CREATE INDEX take_out_day ON takeouts.take_out (leaves_on);
CREATE INDEX take_out_asked ON takeouts.take_out (asked_at DESC, id);

-- What is carried, on which kind of medium, and what was done to protect it.
CREATE TABLE takeouts.carried (
  take_out uuid    NOT NULL REFERENCES takeouts.take_out (id),
  asset    uuid    NOT NULL,
  medium   text    NOT NULL CHECK (medium IN ('notebook', 'phone', 'small', 'drive', 'paper')),
  -- As it was when it was asked for.
  level    integer NOT NULL CHECK (level BETWEEN 1 AND 3),
  measures text[]  NOT NULL,
  PRIMARY KEY (take_out, asset)
);
CREATE INDEX carried_asset ON takeouts.carried (asset);
