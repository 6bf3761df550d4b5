/** An English text that quotes Chinese words, each marked with its language for screen readers. */
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
