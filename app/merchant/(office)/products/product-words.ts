import type { PictureRefusal } from '@/lib/catalog/save-picture'
import type { ProductFilter } from '@/lib/catalog/search-products'
import { dictionary } from '@/lib/dictionary'

/** The words of the list and of a product's page; those of its form are in product-form-words.ts. */
export const productWords = dictionary({
  zh: {
    title: '商品',
    add: '加一件商品',
    deleted: '商品已删除。',
    filterNames: { all: '全部', on: '在售', off: '已下架', low: '快卖完的' } as Record<ProductFilter, string>,
    category: '分类',
    allCategories: '全部分类',
    nameOrAddress: '商品名称或网址',
    search: '搜索',
    none: '还没有商品，先加一件。',
    notFound: '没有找到这样的商品。',
    noProduct: '没有这件商品。',
    all: '看全部商品',
    found: '找到的商品',
    onSale: '在售',
    off: '已下架',
    noVariants: '没有规格',
    stock: (total: number) => `库存 ${total}`,
    lowStock: (isSoldOut: boolean, isOneOfSeveral: boolean) =>
      (isOneOfSeveral ? '有规格' : '') + (isSoldOut ? '卖完了' : '快卖完'),
    moveUp: (name: string) => `上移：${name}`,
    moveDown: (name: string) => `下移：${name}`,

    pictureLater: '图片在保存以后上传。',
    allProducts: '全部商品',
    seeInShop: '在店里看',
    saved: (onSale: boolean) =>
      `商品已保存。${onSale ? '买家现在看到的就是它。' : '它不在架上，买家看不到。'}`,
    picture: '图片',
    choosePicture: '选一张图片',
    otherPicture: '换一张图片',
    pictureHint: 'PNG、JPEG 或 WebP，最大 2 MB；横向 4:3 的最好看。',
    pictureSaved: '图片已更新。',
    upload: '上传图片',
    removePicture: '去掉图片',
    refusals: {
      none: '没有选文件，或者文件是空的：请先选一张图片。',
      too_big: '文件超过 2 MB：请缩小以后再传。',
      not_a_picture: '这个文件的内容不是 PNG、JPEG 或 WebP 图片，不管它叫什么名字：请换一个文件。',
      too_many_pixels:
        '图片超过 4000 万像素：文件虽小，打开时会占满买家浏览器的内存。请把宽和高缩小以后再传。',
    } as Record<PictureRefusal, string>,
    cannotDelete: '这件商品有人订过，不能删除；不想再卖，就取消“在售”。',
    canDelete: '还没有人订过这件商品，可以删除，删了不能恢复；只是暂时不卖，就取消“在售”。',
    delete: '删除这件商品',
    askDelete: (name: string) => `真的要删除“${name}”吗？`,
    deleteHint: '它的文字、图片、价格和库存都会删掉，不能恢复。',
    deleteForGood: '确定删除',
    keep: '不删，留着',
  },
  en: {
    title: 'Products',
    add: 'Add a product',
    deleted: 'The product was deleted.',
    filterNames: { all: 'All', on: 'On sale', off: 'Off the shelf', low: 'Nearly sold out' },
    category: 'Category',
    allCategories: 'All categories',
    nameOrAddress: 'Name or address of a product',
    search: 'Search',
    none: 'There are no products yet. Add the first one.',
    notFound: 'No such product was found.',
    noProduct: 'There is no such product.',
    all: 'See all products',
    found: 'Products found',
    onSale: 'On sale',
    off: 'Off the shelf',
    noVariants: 'No variants',
    stock: (total) => `${total} in stock`,
    lowStock: (isSoldOut, isOneOfSeveral) =>
      isOneOfSeveral
        ? `a variant ${isSoldOut ? 'is' : 'nearly'} sold out`
        : isSoldOut
          ? 'sold out'
          : 'nearly sold out',
    moveUp: (name) => `Move up: ${name}`,
    moveDown: (name) => `Move down: ${name}`,

    pictureLater: 'The picture is uploaded once the product is saved.',
    allProducts: 'All products',
    seeInShop: 'See it in the shop',
    saved: (onSale) =>
      `The product was saved. ${onSale ? 'This is what buyers see now.' : 'It is off the shelf, and buyers do not see it.'}`,
    picture: 'Picture',
    choosePicture: 'Choose a picture',
    otherPicture: 'Choose another picture',
    pictureHint: 'PNG, JPEG or WebP, 2 MB at most. Landscape, 4:3, looks best.',
    pictureSaved: 'The picture was changed.',
    upload: 'Upload the picture',
    removePicture: 'Remove the picture',
    refusals: {
      none: 'No file was chosen, or it is empty. Please choose a picture first.',
      too_big: 'The file is larger than 2 MB. Please make it smaller and upload it again.',
      not_a_picture:
        'What is in this file is no PNG, JPEG or WebP picture, whatever its name says. Please choose another file.',
      too_many_pixels:
        'The picture has more than 40 million pixels: small as the file is, it would fill the memory of a buyer’s browser. Please reduce its width and height and upload it again.',
    },
    cannotDelete:
      'This product has been ordered and cannot be deleted. To stop selling it, untick “On sale”.',
    canDelete:
      'Nobody has ordered this product, so it can be deleted, for good. To stop selling it for a while, untick “On sale”.',
    delete: 'Delete this product',
    askDelete: (name) => `Delete “${name}”?`,
    deleteHint: 'Its texts, picture, prices and stock will be gone, and nothing brings them back.',
    deleteForGood: 'Delete it for good',
    keep: 'Keep it',
  },
})
