/**
 * What a person should know of a message besides its verdict; once written, a code keeps its meaning.
 * `unreadable_text`: bytes in a text that only people read are no text. `seller_email_changed`: it is our seller by its
 * id, under another e-mail than ALIPAY_SELLER_EMAIL. `gateway_denied`: the gateway said no to the notify_id.
 * `gateway_not_asked`: no answer of the gateway came, so nothing is known.
 */
export type Note = 'unreadable_text' | 'seller_email_changed' | 'gateway_denied' | 'gateway_not_asked'
