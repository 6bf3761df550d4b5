/**
 * Why a message, an answer or a request was not read, not believed or not followed. Codes are stored: one that is written
 * keeps its meaning. The words are in reason-words.ts.
 */
export type ReasonCode =
  // arriving
  | 'not_by_post'
  | 'body_stalled'
  | 'content_type'
  | 'too_long'
  // reading parameters
  | 'no_parameters'
  | 'too_many_parameters'
  | 'parameter_twice'
  | 'two_values'
  | 'broken_encoding'
  | 'name_with_separator'
  | 'value_with_parameter'
  | 'name_not_text'
  | 'field_not_text'
  | 'other_charset'
  | 'not_text'
  // reading multipart/form-data
  | 'no_boundary'
  | 'multipart_cut_off'
  | 'part_without_name'
  | 'part_is_file'
  | 'part_encoded'
  // reading an XML answer
  | 'unknown_charset'
  | 'not_xml'
  | 'doctype'
  | 'element_twice'
  | 'no_is_success'
  | 'two_responses'
  | 'no_trade'
  | 'other_trade'
  // reading a JSON answer
  | 'not_json'
  | 'member_twice'
  | 'no_response'
  | 'other_refund'
  // checking the sign
  | 'no_sign'
  | 'sign_type'
  | 'wrong_sign'
  // asking notify_verify
  | 'no_notify_id'
  | 'gateway_denied'
  | 'not_a_word'
  | 'processed_before'
  | 'notify_id_reused'
  | 'notify_type'
  // no answer came, or none that says whether it was done
  | 'no_connection'
  | 'http_status'
  | 'timeout'
  | 'answer_too_long'
  | 'gateway_unsure'
  // matching the order
  | 'no_seller'
  | 'other_seller_id'
  | 'other_seller_email'
  | 'no_app'
  | 'other_app'
  | 'no_status'
  | 'other_gateway'
  | 'no_order'
  | 'no_trade_no'
  | 'order_has_other_trade'
  | 'trade_has_other_order'
  | 'not_an_amount'
  | 'wrong_total'
  | 'no_amount'
  | 'wrong_amount'
  | 'wrong_parts'
  // moving the order
  | 'unknown_status'
  | 'cannot_follow'
  | 'further_on'
  | 'our_error'
  // written before there were codes; the detail is the sentence of then
  | 'other'

/** `detail` is a name, a number, a status or an error code of the system, and belongs to no language. */
export interface Reason {
  code: ReasonCode
  detail?: string
}
