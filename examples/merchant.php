<?php
// A merchant in PHP with curl and iconv: php -S 127.0.0.1:8081 examples/merchant.php, then open http://127.0.0.1:8081/pay
// Its account has to be at the gateway first (docs/sandbox.md).
$gateway = getenv('GATEWAY') ?: 'http://127.0.0.1:3000/sandbox/gateway.do';
$partner = getenv('PARTNER') ?: '2088000000000099';
$key = getenv('KEY') ?: 'abcdefghijklmnopqrstuvwxyz012345';
$seller = getenv('SELLER_EMAIL') ?: 'me@example.com';
$self = 'http://' . $_SERVER['HTTP_HOST'];
$gbk = fn(string $text): string => iconv('UTF-8', 'GBK', $text);

/** Over raw bytes: without empty values, in order of the names, with the key behind. */
function sign(array $params, string $key): string {
    unset($params['sign'], $params['sign_type'], $params['code']); // code is this shop's own, and not signed
    $params = array_filter($params, fn($value) => $value !== '');
    ksort($params, SORT_STRING);
    return md5(implode('&', array_map(fn($name) => "$name=$params[$name]", array_keys($params))) . $key);
}
function signed(array $params, string $key): array {
    return $params + ['sign' => sign($params, $key), 'sign_type' => 'MD5'];
}
/** An array makes curl post multipart/form-data, as the gateway's own PHP sample does. */
function call(string $url, ?array $post = null): string {
    $curl = curl_init($url);
    curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 10] + ($post ? [CURLOPT_POSTFIELDS => $post] : []));
    return (string) curl_exec($curl);
}
function isGenuine(array $message): bool {
    global $gateway, $partner, $key;
    $id = urlencode($message['notify_id'] ?? '');
    return hash_equals(sign($message, $key), $message['sign'] ?? '')
        && call("$gateway?service=notify_verify&partner=$partner&notify_id=$id") === 'true';
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/pay') {
    $form = signed(['service' => 'create_partner_trade_by_buyer', 'partner' => $partner, '_input_charset' => 'gbk',
        'notify_url' => "$self/respond.php?code=alipay", 'return_url' => "$self/respond.php?code=alipay",
        'out_trade_no' => $_GET['order'] ?? 'PHP' . date('YmdHis'), 'subject' => $gbk('龙井茶'), 'payment_type' => '1',
        'price' => '0.01', 'quantity' => '1', 'logistics_type' => 'EXPRESS', 'logistics_fee' => '0.00',
        'logistics_payment' => 'SELLER_PAY', 'seller_email' => $seller], $key);
    header('Content-Type: text/html; charset=gbk');
    echo "<form method='post' action='$gateway?_input_charset=gbk'>";
    foreach ($form as $name => $value) echo "<input type='hidden' name='$name' value='" . htmlspecialchars($value, ENT_QUOTES, 'GB2312') . "'>";
    echo $gbk('<button>去付款</button></form>');
} elseif ($path === '/respond.php' && $_SERVER['REQUEST_METHOD'] === 'POST') {
    if (!isGenuine($_POST)) exit('fail');
    if ($_POST['trade_status'] === 'WAIT_SELLER_SEND_GOODS') { // a shop checks its order and the amount first
        $xml = call("$gateway?_input_charset=gbk", signed(['service' => 'send_goods_confirm_by_platform', 'partner' => $partner,
            '_input_charset' => 'gbk', 'trade_no' => $_POST['trade_no'], 'logistics_name' => $gbk('顺丰速运'),
            'invoice_no' => 'SF0001', 'transport_type' => 'EXPRESS'], $key));
        if (!str_contains($xml, '<is_success>T</is_success>')) exit('fail');
    }
    echo "\r\n\r\nsuccess\n"; // as the gateway's own JSP sample answers
} else {
    echo isGenuine($_GET) ? "paid $_GET[out_trade_no]" : 'not verified';
}
