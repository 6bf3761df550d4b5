-- Categories, which were a list in the program
CREATE TABLE "Category" (
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameEn" TEXT NOT NULL DEFAULT '',
  "position" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "Category_pkey" PRIMARY KEY ("slug")
);
-- Those of a shop that has goods: an empty one gets them with its first goods (scripts/seed.ts), or from a backup
INSERT INTO "Category" ("slug", "name", "nameEn", "position")
SELECT * FROM (VALUES
  ('tea', '茶叶', 'Tea', 1),
  ('pot', '壶与盖碗', 'Pots and gaiwans', 2),
  ('cup', '杯具', 'Cups', 3),
  ('card', '礼品卡', 'Gift cards', 4),
  ('test', '试单', 'Test purchase', 5)
) AS own WHERE EXISTS (SELECT 1 FROM "Product");
-- and those that only the products of a clone know
INSERT INTO "Category" ("slug", "name", "position")
SELECT DISTINCT "category", "category", 6 FROM "Product" ON CONFLICT DO NOTHING;

ALTER TABLE "Product"
  ADD COLUMN "details" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "detailsEn" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "badge" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "badgeEn" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "tagsEn" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "morePictures" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "Product_category_idx" ON "Product"("category");

CREATE TABLE "Fact" (
  "productId" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "label" TEXT NOT NULL,
  "labelEn" TEXT NOT NULL DEFAULT '',
  "value" TEXT NOT NULL,
  "valueEn" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "Fact_pkey" PRIMARY KEY ("productId", "position"),
  CONSTRAINT "Fact_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "PictureSize" (
  "pictureId" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "format" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "PictureSize_pkey" PRIMARY KEY ("pictureId", "width", "format"),
  CONSTRAINT "PictureSize_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
