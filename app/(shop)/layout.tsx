export { ShopFrame as default } from '@/app/ui/shop-frame'
