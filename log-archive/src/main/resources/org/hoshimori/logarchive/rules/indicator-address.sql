-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    危険と知られたアドレスとの通信
-- title.en:    Traffic with addresses known for harm
-- means.ja:    脅威情報の一覧にあるアドレスと通信しています。
-- means.en:    A host communicated with an address of an indicator list.
-- do.ja:       端末を調べ、感染が疑われるときは切り離して報告してください（itu-6）。
-- do.en:       Examine the host; if it may be infected, disconnect and report it.
-- sentence.ja: {host} が {list} にあるアドレス {destination} と {first_seen}〜{last_seen} に {events} 回通信しました。
-- sentence.en: {host} communicated {events} times with {destination}, an address of {list}, between {first_seen} and {last_seen}.
-- needs:       indicator
-- key:         host, destination
-- rows:        (src_endpoint_ip = {host} AND dst_endpoint_ip = {destination}) OR (src_endpoint_ip = {destination} AND dst_endpoint_ip = {host})
WITH met AS (
  SELECT host, destination, port, events, first_seen, last_seen FROM conversation WHERE destination IS NOT NULL
   UNION ALL
  SELECT destination AS host, host AS destination, 0 AS port, events, first_seen, last_seen
    FROM conversation
   WHERE destination IS NOT NULL AND answered AND NOT failed)
SELECT m.host AS host, m.destination AS destination, min(i.indicator) AS indicator, min(i.list) AS list,
       sum(m.events) AS events, min(m.first_seen) AS first_seen, max(m.last_seen) AS last_seen
  FROM met m
  JOIN indicator_address i ON i.ip = m.destination
 WHERE i.port = 0 OR i.port = m.port
 GROUP BY m.host, m.destination
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST
