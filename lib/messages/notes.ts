/**
 * What a person should know of a message besides its verdict. A code keeps its meaning.
 * `unreadable_text`: a value that only people read has bytes that are not text. `seller_email_changed`: by its id it is our
 * seller, with another e-mail than ALIPAY_SELLER_EMAIL. `gateway_denied`: the gateway does not know the notify_id.
 * `gateway_not_asked`: the gateway gave no answer, so nothing is known.
 */
export type Note = 'unreadable_text' | 'seller_email_changed' | 'gateway_denied' | 'gateway_not_asked'
