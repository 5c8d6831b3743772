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
WITH busy AS (
  SELECT host, day, hour FROM hourly WHERE fresh = 1 GROUP BY host, day, hour HAVING sum(unanswered) >= :{min_targets}),
tried AS (
  SELECT src_endpoint_ip AS host, hm_day(time) AS day, hm_hour(time) AS hour, dst_endpoint_ip AS target, dst_endpoint_port AS port,
         count(*) AS events, min(time) AS first_seen, max(time) AS last_seen,
         sum(CASE WHEN hm_failed(status_code, activity_id, action_id)
                    OR (coalesce(traffic_bytes_in, traffic_bytes, 0) = 0
                        AND coalesce(traffic_bytes_out, 0) <= :{quiet_bytes} AND coalesce(traffic_packets_out, 1) <= 3
                        AND coalesce(traffic_packets_in, 0) <= 1 AND coalesce(action_id, 0) <> 1)
                  THEN 1 ELSE 0 END) AS failed
    FROM log_network
    JOIN busy b ON b.host = src_endpoint_ip AND b.day = hm_day(time) AND b.hour = hm_hour(time)
   WHERE dst_endpoint_ip IS NOT NULL AND dst_endpoint_port IS NOT NULL
     AND NOT (coalesce(src_endpoint_port, 65535) < 1024 AND dst_endpoint_port >= 1024)
     AND NOT (dst_endpoint_port IN (53, 123) AND coalesce(connection_info_protocol_name, '') = 'udp')
   GROUP BY src_endpoint_ip, hm_day(time), hm_hour(time), dst_endpoint_ip, dst_endpoint_port),
tally AS (
  SELECT host, day, hour, count(DISTINCT target) AS targets, count(DISTINCT port) AS ports, count(*) AS pairs,
         sum(CASE WHEN failed = events THEN 1 ELSE 0 END) AS failed_pairs, sum(events) AS events, sum(failed) AS failed,
         min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM tried
   GROUP BY host, day, hour
  HAVING count(*) >= :{min_targets})
SELECT h.host AS host, max(h.targets) AS targets, max(h.ports) AS ports, sum(h.events) AS events, sum(h.failed) AS failed,
       min(h.first_seen) AS first_seen, max(h.last_seen) AS last_seen
  FROM tally h
  JOIN address s ON s.ip = h.host
 WHERE h.failed_pairs >= :{min_targets} AND h.failed_pairs >= :{failed} * h.pairs AND NOT s.multicast
 GROUP BY h.host
 ORDER BY failed DESC NULLS LAST, host NULLS LAST
