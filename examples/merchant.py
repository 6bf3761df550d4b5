"""A merchant in Python, without packages: python3 examples/merchant.py, then open http://127.0.0.1:8082/pay

Its account has to be at the gateway first (docs/sandbox.md)."""
import hashlib, hmac, html, os, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

GATEWAY = os.environ.get('GATEWAY', 'http://127.0.0.1:3000/sandbox/gateway.do')
PARTNER = os.environ.get('PARTNER', '2088000000000099')
KEY = os.environ.get('KEY', 'abcdefghijklmnopqrstuvwxyz012345')
SELLER = os.environ.get('SELLER_EMAIL', 'me@example.com')
PORT = int(os.environ.get('PORT', '8082'))
SELF = f'http://127.0.0.1:{PORT}'

def sign(params):
    """Over raw text: without empty values, in order of the names, with the key behind."""
    own = ('sign', 'sign_type', 'shop')  # shop is this program's own parameter, and not signed
    pairs = sorted((name, value) for name, value in params.items() if value and name not in own)
    return hashlib.md5(('&'.join(f'{name}={value}' for name, value in pairs) + KEY).encode()).hexdigest()

def is_genuine(message):
    """notify_verify by POST, as many Python programs ask."""
    if not hmac.compare_digest(sign(message), message.get('sign', '')):
        return False
    asked = {'service': 'notify_verify', 'partner': PARTNER, 'notify_id': message.get('notify_id', '')}
    with urlopen(GATEWAY, urlencode(asked).encode(), timeout=10) as answer:
        return answer.read() == b'true'

class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        if url.path == '/pay':
            form = {'service': 'create_direct_pay_by_user', 'partner': PARTNER, '_input_charset': 'utf-8',
                    'notify_url': f'{SELF}/notify?shop=tea', 'return_url': f'{SELF}/return?shop=tea',
                    'out_trade_no': query.get('order', f'PY{time.time_ns()}'), 'subject': '龙井茶',
                    'payment_type': '1', 'total_fee': '0.01', 'seller_email': SELLER}
            form |= {'sign': sign(form), 'sign_type': 'MD5'}
            fields = [f'<input type="hidden" name="{n}" value="{html.escape(v)}">' for n, v in form.items()]
            action = f'{GATEWAY}?_input_charset=utf-8'
            self.answer(f'<form method="post" action="{action}">{"".join(fields)}<button>去付款</button></form>')
        else:
            self.answer(f'paid {html.escape(query["out_trade_no"])}' if is_genuine(query) else 'not verified')

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length'])).decode('utf-8')
        message = dict(parse_qsl(body))  # split by oneself: the Content-Type is malformed
        self.answer('success' if is_genuine(message) else 'fail')  # a shop checks order and amount as well

    def answer(self, text):
        self.send_response(200)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.end_headers()
        self.wfile.write(text.encode())

ThreadingHTTPServer(('127.0.0.1', PORT), Shop).serve_forever()
