-- A key proves itself (lib/sandbox/timestamp-key.ts); those that were given out were good for half a minute
DROP TABLE "TimestampKey";
