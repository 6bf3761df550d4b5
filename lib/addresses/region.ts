/** The three levels of an address above the street, as carriers write them: 浙江省, 杭州市, 西湖区. */
export interface Region {
  province: string
  city: string
  district: string
}

export const REGION_FIELDS = ['province', 'city', 'district'] as const satisfies (keyof Region)[]
