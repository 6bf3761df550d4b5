/** How a message came (Notification.channel), in words. */
export const CHANNEL_WORDS: Record<string, string> = {
  notify: '异步通知',
  return: '页面返回',
  query: '查询的回答',
  recheck: '重新检查',
}
