/**
 * The loader of learn/*.mdx in next.config.ts. CommonJS, because that is how every version of the bundler loads one.
 * @this {{ async(): (error: unknown, code?: string) => void, resourcePath: string, addDependency(file: string): void }}
 * @param {string} source
 */
module.exports = function loadText(source) {
  const done = this.async()
  import('./compile-text.js')
    .then(({ compileText }) => compileText(source, this.resourcePath))
    .then(
      ({ code, files }) => {
        for (const file of files) this.addDependency(file)
        done(null, code)
      },
      (error) => done(error),
    )
}
