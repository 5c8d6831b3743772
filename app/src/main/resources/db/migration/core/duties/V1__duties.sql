-- What whom by when: one row a duty, period and subject. Whether one is planned, due or overdue is told by the day.
GRANT USAGE ON SCHEMA duties TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA duties GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};

CREATE TABLE duties.duty (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  -- What it is about: company, person:…, department:…, or what has happened.
  subject    text NOT NULL,
  -- The first day of its period, or the day of what it follows; with kind and subject it names the duty.
  period     date NOT NULL,
  starts_on  date NOT NULL,
  due_on     date NOT NULL,
  -- post:CODE, post:CODE@DEPARTMENT or person:ID.
  assignee   text NOT NULL,
  clause     text NOT NULL,
  revision   integer NOT NULL,
  state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'not-applicable', 'superseded')),
  closed_at  timestamptz,
  closed_by  text,
  note       text NOT NULL DEFAULT '',
  -- How far its reminders have gone.
  reminded   integer NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 0,
  UNIQUE (kind, subject, period)
);
CREATE INDEX duty_mine ON duties.duty (assignee, due_on, id) WHERE state = 'open';
CREATE INDEX duty_open ON duties.duty (due_on, id) WHERE state = 'open';
CREATE INDEX duty_reminded ON duties.duty (due_on) WHERE state = 'open' AND reminded < 6;
CREATE INDEX duty_about ON duties.duty (subject) WHERE state = 'open';
CREATE INDEX duty_kind ON duties.duty (kind, due_on);
CREATE INDEX duty_closed ON duties.duty (closed_at DESC, id) WHERE state <> 'open';
CREATE INDEX duty_assignee ON duties.duty (assignee, closed_at DESC, id) WHERE state <> 'open';

-- How far a kind is planned, and by which rule.
CREATE TABLE duties.plan (
  kind     text PRIMARY KEY,
  rule     text    NOT NULL,
  through  date    NOT NULL,
  revision integer NOT NULL
);

-- The secret address of somebody's calendar, as its hash.
CREATE TABLE duties.feed (
  person     uuid PRIMARY KEY,
  secret     bytea NOT NULL UNIQUE,
  renewed_at timestamptz NOT NULL
);
