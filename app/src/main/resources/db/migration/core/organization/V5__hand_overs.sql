-- By when what a leaver holds will be handed over, where it is not done at once.
CREATE TABLE organization.hand_over (
  person uuid PRIMARY KEY REFERENCES organization.person (id),
  by_day date NOT NULL
);
CREATE INDEX person_leaves ON organization.person (leaves_on) WHERE leaves_on IS NOT NULL;
