declare module '*.mdx' {
  /** What the first lines of a text say about it, and its headings. */
  export const meta: {
    title: string
    question: string
    summary: string
    minutes: string
    covers: string
    headings: { id: string; depth: number; text: string }[]
  }
  export default function Text(props: {
    components: Record<string, import('react').ComponentType<never>>
  }): import('react').ReactNode
}
