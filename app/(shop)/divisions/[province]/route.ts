import { citiesOf } from '@/lib/addresses/divisions'

/** The cities of a province with their districts, for the fields of an address. */
export async function GET(_request: Request, { params }: RouteContext<'/divisions/[province]'>) {
  const cities = citiesOf((await params).province)
  if (!cities) return Response.json({}, { status: 404 })
  return Response.json(Object.fromEntries(cities), { headers: { 'cache-control': 'public, max-age=86400' } })
}
