import { ProductPicture } from '@/app/ui/product-picture'
import { SubmitButton } from '@/app/ui/submit-button'
import { PICTURE_TYPES } from '@/lib/catalog/picture-type'
import { type FieldErrors, MOST_PICTURES } from '@/lib/catalog/product-fields'
import type { Language } from '@/lib/dictionary'
import { PicturePicker } from './picture-picker'
import { productFormWords } from './product-form-words'

interface Props {
  language: Language
  pictures: string[]
  errors: FieldErrors
}

/** The pictures in their order, those just uploaded included, and the field that uploads more. */
export function PictureFields({ language, pictures, errors }: Props) {
  const words = productFormWords[language]
  const error = errors.pictures?.[language]
  return (
    <>
      {pictures.length > 0 && (
        <ol className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          {pictures.map((path, index) => (
            <li key={path} className="min-w-0">
              <input type="hidden" name={`pictures.${index}.path`} value={path} />
              <span className="tile">
                <ProductPicture
                  src={path}
                  alt={words.picture(index + 1)}
                  sizes="20rem"
                  isFirst
                  className="w-full object-contain!"
                />
              </span>
              <div className="mt-1 flex flex-wrap items-center text-sm">
                <span className="mr-auto text-muted">
                  {index === 0 ? words.mainPicture : words.picture(index + 1)}
                </span>
                <Do name={`picture-up.${index}`} label={words.pictureUp(index + 1)} isIdle={index === 0}>
                  ←
                </Do>
                <Do
                  name={`picture-down.${index}`}
                  label={words.pictureDown(index + 1)}
                  isIdle={index === pictures.length - 1}
                >
                  →
                </Do>
                <Do name={`picture-remove.${index}`} label={words.removePictureOf(index + 1)}>
                  ✕
                </Do>
              </div>
            </li>
          ))}
        </ol>
      )}
      <div className="grid justify-items-start gap-2">
        {pictures.length < MOST_PICTURES && (
          <div className="flex flex-wrap gap-3">
            <PicturePicker
              label={words.choosePictures}
              accept={PICTURE_TYPES.join()}
              describedBy="pictures-hint"
              isInvalid={error !== undefined}
            />
            <span className="hidden noscript:contents">
              <SubmitButton name="do" value="upload" pending={words.uploading} className="button-plain">
                {words.upload}
              </SubmitButton>
            </span>
          </div>
        )}
        {error && (
          <p role="alert" className="text-sm text-bad [overflow-wrap:anywhere]">
            {error}
          </p>
        )}
        <p id="pictures-hint" className="text-sm text-muted">
          {words.picturesHint}
        </p>
      </div>
    </>
  )
}

const Do = ({
  name,
  label,
  isIdle,
  children,
}: {
  name: string
  label: string
  isIdle?: boolean
  children: string
}) => (
  <button
    name="do"
    value={name}
    disabled={isIdle}
    aria-label={label}
    title={label}
    className="size-9 cursor-pointer rounded-md text-muted hover:bg-line hover:text-ink disabled:invisible"
  >
    {children}
  </button>
)
