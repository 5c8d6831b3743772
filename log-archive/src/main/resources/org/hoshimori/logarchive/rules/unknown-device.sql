-- question:    devices
-- clause:      inf-3.d.devices
-- title.ja:    台帳にない機器・無線機器の接続
-- title.en:    Devices, wired or wireless, that are in no register
-- means.ja:    DHCPでアドレスを受けた機器のMACアドレスが、機器台帳にも有効な許可にもありません。
-- means.en:    A device got an address by DHCP whose hardware address is in no register and under no permit in force.
-- do.ja:       機器を見つけ、持ち主を確かめてください。許可していない機器なら切り離してください。
-- do.en:       Find the device and its owner; disconnect what was not permitted.
-- sentence.ja: 台帳にない機器 {mac}（名前 {hostname}）が {host} として {first_seen}〜{last_seen} に {events} 回アドレスを受けました。
-- sentence.en: The unregistered device {mac} (named {hostname}) took the address {host} {events} times between {first_seen} and {last_seen}.
-- needs:       register_device
-- key:         mac
-- rows:        class_uid = 4004 AND src_endpoint_mac = {mac}
SELECT l.src_endpoint_mac AS mac, max(l.src_endpoint_ip) AS host, max(l.src_endpoint_hostname) AS hostname,
       count(*) AS events, min(l.time) AS first_seen, max(l.time) AS last_seen
  FROM log_dhcp l
 WHERE l.src_endpoint_mac IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM register_device d WHERE d.mac = l.src_endpoint_mac)
   AND NOT EXISTS (SELECT 1 FROM register_permit p
                    WHERE p.mac = l.src_endpoint_mac
                      AND (p.opened IS NULL OR p.opened <= l.time) AND (p.closed IS NULL OR p.closed >= l.time))
 GROUP BY l.src_endpoint_mac
 ORDER BY first_seen NULLS LAST, mac NULLS LAST
