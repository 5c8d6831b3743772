-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    初めての国・地域への送信
-- title.en:    Sending to a country or network for the first time
-- means.ja:    これまで通信のなかった国・地域（place の台帳）へ送信しています。
-- means.en:    Data went to a country or network (of the register of places) that there was no traffic with before.
-- do.ja:       相手と目的を確かめてください。
-- do.en:       Find out who the other side is and why.
-- sentence.ja: {host} が、これまで通信のなかった {place} へ {events} 回つなぎました（送信 {bytes_out} バイト、{first_seen}〜{last_seen}）。
-- sentence.en: {host} connected {events} times to {place}, with which there was no traffic before ({bytes_out} bytes sent, {first_seen} to {last_seen}).
-- needs:       register_place
-- key:         host, place
-- rows:        src_endpoint_ip = {host}
SELECT c.host AS host, d.place AS place, sum(c.events) AS events, sum(c.bytes_out) AS bytes_out,
       min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
  JOIN address d ON d.ip = c.destination
 WHERE s.internal AND NOT d.internal AND d.place <> '' AND NOT c.failed
   AND EXISTS (SELECT 1 FROM log_past h)
   AND d.place NOT IN (SELECT a.place FROM log_past h JOIN address a ON a.ip = h.dst_endpoint_ip)
 GROUP BY c.host, d.place
 ORDER BY bytes_out DESC NULLS LAST, host NULLS LAST, place NULLS LAST
