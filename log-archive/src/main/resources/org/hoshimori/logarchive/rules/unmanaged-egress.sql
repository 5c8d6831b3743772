-- question:    egress
-- clause:      inf-3.d.unmanaged
-- title.ja:    管理外のネットワークからのインターネット接続
-- title.en:    Internet connections from networks outside management
-- means.ja:    台帳にない、または管理対象でないネットワークの端末が、インターネットへ直接接続しています。
-- means.en:    A host in a network that is not in the register, or not managed, connects to the internet.
-- do.ja:       その端末とネットワークの利用者を確かめ、登録するか切り離してください。
-- do.en:       Find out whose host and network it is; register it or disconnect it.
-- sentence.ja: {host} は管理対象のネットワークに属さず、{first_seen}〜{last_seen} に社外の {destinations} 宛先へ {events} 回接続しました（送信 {bytes_out} バイト）。
-- sentence.en: {host} belongs to no managed network and connected {events} times to {destinations} outside destinations between {first_seen} and {last_seen} ({bytes_out} bytes sent).
-- needs:       register_network
-- key:         host
-- rows:        src_endpoint_ip = {host}
-- param: min_events 1
SELECT c.host AS host, sum(c.events) AS events, count(DISTINCT c.destination) AS destinations,
       sum(c.bytes_out) AS bytes_out, min(c.first_seen) AS first_seen, max(c.last_seen) AS last_seen
  FROM conversation c
  JOIN address s ON s.ip = c.host
  JOIN address d ON d.ip = c.destination
 WHERE s.internal AND NOT s.managed AND NOT s.multicast AND NOT d.internal AND NOT d.multicast AND NOT c.failed
 GROUP BY c.host
HAVING sum(c.events) >= :{min_events}
 ORDER BY bytes_out DESC NULLS LAST, host NULLS LAST
