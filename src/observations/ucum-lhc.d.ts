/** The part of `@lhncbc/ucum-lhc` that is used; the package has no types of its own. */
declare module '@lhncbc/ucum-lhc' {
  type UcumUnit = { readonly dim_: { readonly dimVec_: readonly number[] | null } | null }

  type UcumLhcUtils = {
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number },
    ): {
      readonly status: 'succeeded' | 'failed' | 'error'
      readonly toVal: number | null
      /** Also what the library guessed, such as that "degF" means "[degF]". */
      readonly msg: readonly string[]
      readonly fromUnit?: UcumUnit
      readonly toUnit?: UcumUnit
    }
  }

  export const UcumLhcUtils: { getInstance(): UcumLhcUtils }
}
