# The helper of the tutorial (/learn), for sh with curl and openssl. From the shop that you learn on:
#   B=http://127.0.0.1:3000; curl -s $B/learn.sh -o learn.sh; . ./learn.sh
B=${B:-http://127.0.0.1:3000}
G=$B/sandbox/gateway.do
KEY=danbaosandboxkey0123456789abcdef      # the sandbox's; everybody knows it
# An order number for requests made by hand; `fresh` takes a new one.
fresh() { N=LEARN$(date +%s)$$x$((COUNT = ${COUNT:-0} + 1)); }
fresh

md5() { openssl dgst -md5 -r | cut -c1-32; }

# The parameters of a request: NAME=VALUE replaces or adds one, NAME= leaves it out. This is the string to sign: without
# empty ones, sorted, joined. It is the query string too, as long as no value needs percent-encoding.
req() {
  { printf '%s\n' "$@"
    printf '%s\n' _input_charset=utf-8 logistics_fee=0.00 logistics_payment=SELLER_PAY logistics_type=EXPRESS \
      out_trade_no=$N partner=2088000000000001 payment_type=1 price=0.01 quantity=1 \
      seller_email=seller@example.com service=create_partner_trade_by_buyer subject=tea
  } | LC_ALL=C sort -s -u -t= -k1,1 | grep '=.' | paste -sd'&' -
}

# Signs them and sends them to the gateway. Prints the status, where it leads, and the error code if there is one.
ask() {
  s=$(req "$@")
  curl -s -o answer.html -H 'accept: text/html' -w '%{http_code} %{redirect_url}\n' \
    "$G?$s&sign=$(printf %s "$s$KEY" | md5)&sign_type=${TYPE:-MD5}"
  sed -n 's/.*class="code">\([A-Za-z0-9_.-]*\)<.*/\1/p' answer.html
}

# Orders something of the shop for an amount and takes its form to the gateway. Sets NO, the order's number.
buy() {
  curl -s -b jar -c jar "$B/api/alipay/alipayto" --data-urlencode "subject=${1:-tea}" -d "total_fee=${2:-0.01}" > pay.html
  NO=$(sed -n 's/.*name="out_trade_no" value="\([0-9]*\)".*/\1/p' pay.html)
  sed -n 's/.*name="\([^"]*\)" value="\([^"]*\)".*/\1=\2/p' pay.html > fields
  set --
  while IFS= read -r f; do set -- "$@" --data-urlencode "$f"; done < fields
  curl -s -o /dev/null -w "$NO %{http_code}\n" "$G?_input_charset=utf-8" "$@"
}

# An action of buyer or seller at the gateway: login, pay, ship, confirm, refund-apply and so on. Prints both statuses.
act() {
  a=$1
  shift
  curl -s -X POST "$B/sandbox/api/trades/$NO/$a" "$@" > act.json
  printf '%s %s\n' "$(grep -o '"trade_status":[^,]*' act.json | head -1 | cut -d: -f2)" \
    "$(grep -o '"refund_status":[^,]*' act.json | head -1 | cut -d: -f2)"
}

# Waits until the gateway has sent each notification of the trade, at least once.
notified() {
  for _ in $(seq 100); do
    curl -s "$B/sandbox/api/trades/$NO" | grep -q '"attempts":\[\]' || return 0
    sleep 0.2
  done
}

# A fault of the gateway for this trade, and its clock.
fault() { curl -s "$B/sandbox/api/faults" -d "trade=$NO" "$@"; echo; }
clock() { curl -s "$B/sandbox/api/clock" -d "advance=$1"; echo; }

# The address to which the gateway sends the browser back.
retn() { curl -s "$B/sandbox/api/trades/$NO" | sed 's/.*"return_url":"\([^"]*\)".*/\1/'; }

# The order as the shop has it: its state, and the verdicts on its messages, the newest first.
shop() {
  curl -s -b jar "$B/orders/$NO" > order.html
  sed -n 's/.*<h1[^>]*>\([^<]*\)<.*/\1/p' order.html
  grep -oE '<code class="mr-2">[a-z_]+' order.html | sed 's/.*>//' | paste -sd' ' -
}
