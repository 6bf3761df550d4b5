import { savePicture } from '@/lib/catalog/save-picture'
import type { PictureRefusal } from '@/lib/catalog/scale-picture'
import type { Bilingual } from '@/lib/dictionary'
import { MOST_PICTURES } from '@/lib/catalog/product-fields'

/** Stores the files of a form; returns the paths of the good ones, and what is wrong with the others. */
export async function storeUploads(
  files: File[],
  room: number,
): Promise<{ paths: string[]; error?: Bilingual }> {
  const paths: string[] = []
  const errors: Bilingual[] = files.length > room ? [TOO_MANY] : []
  // one after the other: each takes as much memory as it has pixels
  for (const file of files.slice(0, room)) {
    const outcome = await savePicture(new Uint8Array(await file.arrayBuffer()))
    if (outcome.kind === 'saved') paths.push(outcome.path)
    else errors.push(refused(file.name, REFUSALS[outcome.kind]))
  }
  if (errors.length === 0) return { paths }
  return {
    paths,
    error: { zh: errors.map(({ zh }) => zh).join(''), en: errors.map(({ en }) => en).join(' ') },
  }
}

const refused = (name: string, { zh, en }: Bilingual): Bilingual => ({
  zh: `“${shown(name)}”${zh}`,
  en: `“${shown(name)}” ${en}`,
})

const shown = (name: string) =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 100)

const TOO_MANY: Bilingual = {
  zh: `一件商品最多 ${MOST_PICTURES} 张图片，多出的没有上传。`,
  en: `A product has at most ${MOST_PICTURES} pictures. The others were not uploaded.`,
}

const REFUSALS: Record<PictureRefusal, Bilingual> = {
  none: { zh: '是空文件，请重新选择。', en: 'is empty. Please choose another file.' },
  too_big: {
    zh: '超过 8 MB，请缩小后再上传。',
    en: 'is larger than 8 MB. Please make it smaller and upload it again.',
  },
  not_a_picture: {
    zh: '的内容不是 PNG、JPEG 或 WebP 图片，或者已损坏，请换一个文件。',
    en: 'is no PNG, JPEG or WebP picture, whatever its name says, or it is damaged. Please choose another file.',
  },
  too_many_pixels: {
    zh: '超过 4000 万像素，请把宽和高缩小后再上传。',
    en: 'has more than 40 million pixels. Please reduce its width and height and upload it again.',
  },
}
