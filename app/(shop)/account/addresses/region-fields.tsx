'use client'

import { useEffect, useRef, useState } from 'react'
import { REGION_FIELDS, type Region } from '@/lib/addresses/region'

interface Props {
  provinces: readonly string[]
  typed: Region
  /** The level that is wrong, and the id of the text that says so. */
  wrong: readonly (keyof Region)[]
  errorId: string | undefined
  labels: Region
  choose: string
}

const LEVELS = { province: 'address-level1', city: 'address-level2', district: 'address-level3' } as const

type Cities = Readonly<Record<string, readonly string[]>>

const isCities = (value: unknown): value is Cities =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray)

/** The cities of a province from the shop's server; undefined where they cannot be had. */
async function fetchCities(province: string): Promise<Cities | undefined> {
  if (province === '') return {}
  try {
    const answer = await fetch(`/divisions/${encodeURIComponent(province)}`)
    const cities: unknown = answer.ok ? await answer.json() : undefined
    return isCities(cities) ? cities : undefined
  } catch {
    return undefined
  }
}

/**
 * Province, city and district: three choices that depend on each other, or three text fields without scripts and while the
 * lists cannot be loaded.
 */
export function RegionFields({ provinces, typed, wrong, errorId, labels, choose }: Props) {
  const fields = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<{ region: Region; cities: Cities }>()

  useEffect(() => {
    /** With what was typed before the scripts came. */
    const inFields = () => {
      const region = { ...typed }
      for (const name of REGION_FIELDS) {
        const field = fields.current?.querySelector(`[name=${name}]`)
        if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
          region[name] = field.value
      }
      return region
    }
    void fetchCities(inFields().province).then((cities) =>
      setChosen(cities && { region: inFields(), cities }),
    )
  }, [typed])

  const shared = (name: keyof Region) => ({
    name,
    'aria-label': labels[name],
    'aria-invalid': wrong.includes(name) || undefined,
    'aria-describedby': errorId,
    autoComplete: LEVELS[name],
    className: `field px-2 sm:px-3 ${wrong.includes(name) ? 'border-bad inset-ring inset-ring-bad' : ''}`,
    lang: 'zh-CN',
    translate: 'no' as const,
  })

  function change(name: keyof Region, value: string) {
    if (!chosen) return
    const { region, cities } = chosen
    if (name === 'province') {
      setChosen({ region: { province: value, city: '', district: '' }, cities: {} })
      void fetchCities(value).then((found) => {
        const [only, other] = Object.keys(found ?? {})
        const city = only && !other ? only : ''
        setChosen(found && { region: { province: value, city, district: '' }, cities: found })
      })
    } else if (name === 'city') setChosen({ region: { ...region, city: value, district: '' }, cities })
    else setChosen({ region: { ...region, district: value }, cities })
  }

  const options = (name: keyof Region): readonly string[] => {
    if (!chosen) return []
    if (name === 'province') return provinces
    return name === 'city' ? Object.keys(chosen.cities) : (chosen.cities[chosen.region.city] ?? [])
  }
  return (
    <div ref={fields} className="grid grid-cols-3 gap-2 sm:gap-3">
      {REGION_FIELDS.map((name) => {
        const value = (chosen?.region ?? typed)[name]
        if (!chosen) {
          const list = name === 'province' ? 'provinces' : undefined
          return (
            <input key={name} {...shared(name)} list={list} placeholder={labels[name]} defaultValue={value} />
          )
        }
        const names = options(name)
        return (
          <select
            key={`${name} choice`}
            {...shared(name)}
            value={value}
            onChange={({ target }) => change(name, target.value)}
          >
            <option value="">{choose}</option>
            {value !== '' && !names.includes(value) && <option lang="zh-CN">{value}</option>}
            {names.map((option) => (
              <option key={option} lang="zh-CN">
                {option}
              </option>
            ))}
          </select>
        )
      })}
      {!chosen && (
        <datalist id="provinces">
          {provinces.map((province) => (
            <option key={province} value={province} lang="zh-CN" />
          ))}
        </datalist>
      )}
    </div>
  )
}
