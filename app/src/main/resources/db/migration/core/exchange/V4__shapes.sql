-- How the table looked that was last taken into a register: exports look so again.
CREATE TABLE exchange.shape (
  register text   NOT NULL,
  language text   NOT NULL,
  -- Column by column: the field it is read as, or empty; what stands over several headings, or empty; the heading.
  fields   text[] NOT NULL,
  groups   text[] NOT NULL,
  headings text[] NOT NULL,
  PRIMARY KEY (register, language)
);
