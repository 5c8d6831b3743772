CREATE OR REPLACE VIEW facts.take_out AS
SELECT id, taker, department, leaves_on, returns_on, network, level, state, request, out_at, back_at, back_to, lost_at
  FROM takeouts.take_out;

CREATE OR REPLACE VIEW facts.carried AS
SELECT c.take_out, c.asset, c.medium, c.level, c.measures, t.state
  FROM takeouts.carried c JOIN takeouts.take_out t ON t.id = c.take_out;

SELECT facts.watch('takeouts.take_out', 'take_out', 'id'), facts.watch('takeouts.take_out', 'carried', 'id'),
       facts.watch('takeouts.carried', 'carried', 'take_out');
