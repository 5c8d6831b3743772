-- question:    suspicious
-- clause:      inf-3.d.suspicious
-- title.ja:    ポートや端末の探索（スキャン）
-- title.en:    Scans of ports or hosts
-- means.ja:    短い間に多くの端末・ポートへつなごうとし、そのほとんどが失敗しています。
-- means.en:    Within an hour a host tried many hosts or ports, and most tries failed.
-- do.ja:       社内の端末なら感染や不正利用を疑って調べ、許可した診断なら「説明済み」にしてください。
-- do.en:       If the host is ours, suspect infection or misuse; mark a permitted test explained.
-- sentence.ja: {host} が1時間のうちに {targets} の端末・{ports} のポートへつなごうとし、{events} 回のうち {failed} 回が失敗しました（{first_seen}〜{last_seen}）。
-- sentence.en: Within an hour {host} tried {targets} hosts and {ports} ports; {failed} of {events} tries failed ({first_seen} to {last_seen}).
-- key:         host
-- rows:        src_endpoint_ip = {host} AND class_uid = 4001
-- param: min_targets 50
-- param: failed 0.6
-- param: quiet_bytes 250
WITH silent AS (
  SELECT host, destination, port, min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM conversation
   WHERE class = 4001 AND destination IS NOT NULL
   GROUP BY host, destination, port
  HAVING max(CASE WHEN answered AND NOT failed THEN 1 ELSE 0 END) = 0 AND sum(bytes_out) <= :{quiet_bytes} * sum(events)),
edge AS (
  SELECT host, hm_day(first_seen) AS day, hm_hour(first_seen) AS hour, 1 AS begun, 0 AS ended FROM silent
   UNION ALL
  SELECT host, hm_day(last_seen) AS day, hm_hour(last_seen) AS hour, 0 AS begun, 1 AS ended FROM silent),
step AS (
  SELECT host, day, hour, sum(begun) AS begun, sum(ended) AS ended FROM edge GROUP BY host, day, hour),
level AS (
  SELECT host, ended + sum(begun - ended) OVER (PARTITION BY host ORDER BY day NULLS FIRST, hour NULLS FIRST) AS pairs FROM step),
crowd AS (
  SELECT DISTINCT host FROM level WHERE pairs >= :{min_targets}),
tried AS (
  SELECT n.src_endpoint_ip AS host, hm_day(n.time) AS day, hm_hour(n.time) AS hour, n.dst_endpoint_ip AS target,
         n.dst_endpoint_port AS port, count(*) AS events, min(n.time) AS first_seen, max(n.time) AS last_seen
    FROM log_network n
    JOIN silent s ON s.host = n.src_endpoint_ip AND s.destination = n.dst_endpoint_ip AND s.port = n.dst_endpoint_port
   WHERE n.src_endpoint_ip IN (SELECT c.host FROM crowd c)
     AND (hm_failed(n.status_code, n.activity_id, n.action_id)
           OR (coalesce(n.traffic_bytes_in, n.traffic_bytes, 0) = 0 AND coalesce(n.traffic_bytes_out, 0) <= :{quiet_bytes}
               AND coalesce(n.traffic_packets_out, 1) <= 3 AND coalesce(n.traffic_packets_in, 0) <= 1 AND coalesce(n.action_id, 0) <> 1))
     AND NOT (coalesce(n.src_endpoint_port, 65535) < 1024 AND n.dst_endpoint_port >= 1024)
     AND NOT (n.dst_endpoint_port IN (53, 123) AND coalesce(n.connection_info_protocol_name, '') = 'udp')
   GROUP BY n.src_endpoint_ip, hm_day(n.time), hm_hour(n.time), n.dst_endpoint_ip, n.dst_endpoint_port),
tally AS (
  SELECT host, day, hour, count(DISTINCT target) AS targets, count(DISTINCT port) AS ports, count(*) AS failed_pairs,
         sum(events) AS failed, min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM tried
   GROUP BY host, day, hour
  HAVING count(*) >= :{min_targets}),
reached AS (
  SELECT t.host AS host, t.day AS day, t.hour AS hour, n.dst_endpoint_ip AS target, n.dst_endpoint_port AS port, count(*) AS events
    FROM log_network n
    JOIN tally t ON t.host = n.src_endpoint_ip AND t.day = hm_day(n.time) AND t.hour = hm_hour(n.time)
   WHERE n.dst_endpoint_ip IS NOT NULL AND n.dst_endpoint_port IS NOT NULL
   GROUP BY t.host, t.day, t.hour, n.dst_endpoint_ip, n.dst_endpoint_port),
whole AS (
  SELECT host, day, hour, count(*) AS pairs, sum(events) AS events FROM reached GROUP BY host, day, hour)
SELECT t.host AS host, max(t.targets) AS targets, max(t.ports) AS ports, sum(w.events) AS events, sum(t.failed) AS failed,
       min(t.first_seen) AS first_seen, max(t.last_seen) AS last_seen
  FROM tally t
  JOIN whole w ON w.host = t.host AND w.day = t.day AND w.hour = t.hour
  JOIN address s ON s.ip = t.host
 WHERE t.failed_pairs >= :{failed} * w.pairs AND NOT s.multicast
 GROUP BY t.host
 ORDER BY failed DESC NULLS LAST, host NULLS LAST
