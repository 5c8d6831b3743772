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
-- rows:        src_endpoint_ip = {host} AND dst_endpoint_ip = {destination}
SELECT c.host AS host, c.destination AS destination, min(i.indicator) AS indicator, min(i.list) AS list,
       sum(c.events) AS events, min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN indicator_address i ON i.ip = c.destination
 WHERE i.port = 0 OR i.port = c.port
 GROUP BY c.host, c.destination
 ORDER BY events DESC NULLS LAST, host NULLS LAST, destination NULLS LAST
