/** An English text in which Chinese words are quoted, such as those of Alipay's own pages, each marked as what it is. */
export const WithChinese = ({ text }: { text: string }) =>
  text.split(/(\p{Script=Han}+)/u).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  )
