-- question:    devices
-- clause:      inf-3.d.devices
-- title.ja:    DHCPにも台帳にもない端末の通信
-- title.en:    Traffic of hosts known neither to DHCP nor to the register
-- means.ja:    社内のアドレスを、配られても登録されてもいない端末が使っています（固定アドレスの持ち込みなど）。
-- means.en:    An inside address is used that was neither leased nor registered, as when somebody sets one by hand.
-- do.ja:       そのアドレスの機器を確かめ、登録するか切り離してください。
-- do.en:       Find the device behind the address; register it or disconnect it.
-- sentence.ja: 台帳にもDHCPの記録にもない {host} が {first_seen}〜{last_seen} に {events} 回通信しました。
-- sentence.en: {host}, neither registered nor leased, communicated {events} times between {first_seen} and {last_seen}.
-- needs:       register_device, register_network
-- key:         host
-- rows:        src_endpoint_ip = {host}
-- param: min_events 20
SELECT l.src_endpoint_ip AS host, count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log l
  JOIN address s ON s.ip = l.src_endpoint_ip
 WHERE s.internal AND NOT s.multicast AND s.network <> '' AND l.class_uid IN (4001, 4002, 4003)
   AND EXISTS (SELECT 1 FROM log_dhcp h WHERE h.src_endpoint_ip IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM register_device d WHERE d.ip = l.src_endpoint_ip)
   AND NOT EXISTS (SELECT 1 FROM register_gateway g WHERE g.ip = l.src_endpoint_ip)
   AND NOT EXISTS (SELECT 1 FROM register_permit p WHERE p.ip = l.src_endpoint_ip)
   AND l.src_endpoint_ip NOT IN (SELECT h.src_endpoint_ip FROM log_dhcp h WHERE h.src_endpoint_ip IS NOT NULL)
 GROUP BY l.src_endpoint_ip
HAVING count(*) >= :{min_events}
 ORDER BY events DESC NULLS LAST, host NULLS LAST
