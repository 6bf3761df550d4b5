-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "logistics" JSONB,
ADD COLUMN     "receiveAddress" TEXT,
ADD COLUMN     "receiveMobile" TEXT,
ADD COLUMN     "receiveName" TEXT,
ADD COLUMN     "receivePhone" TEXT,
ADD COLUMN     "receiveZip" TEXT,
ADD COLUMN     "stockHeld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "OrderItem" ADD COLUMN     "variantId" TEXT;

-- CreateTable
CREATE TABLE "Variant" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "nameEn" TEXT NOT NULL DEFAULT '',
    "priceFen" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- What was on the shelf stays there
INSERT INTO "Variant" ("id", "productId", "priceFen", "stock")
SELECT gen_random_uuid()::text, "id", "priceFen", 100 FROM "Product";

-- AlterTable
ALTER TABLE "Product" DROP COLUMN "postageFen",
DROP COLUMN "priceFen",
ADD COLUMN     "category" TEXT NOT NULL DEFAULT 'tea',
ADD COLUMN     "freePostage" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "descriptionEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nameEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "onSale" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "picture" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "CartItem" (
    "buyerId" TEXT NOT NULL,
    "variantId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CartItem_pkey" PRIMARY KEY ("buyerId","variantId")
);

-- CreateTable
CREATE TABLE "Picture" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Variant_productId_idx" ON "Variant"("productId");

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartItem" ADD CONSTRAINT "CartItem_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE SET NULL ON UPDATE CASCADE;
