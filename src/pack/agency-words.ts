/** Words for agencies that rules, deadlines and data files share, so that a slip in one of them is no silent exception. */

/** Kinds of agency that rules and deadlines tell apart. */
export const agencyKinds = ['政府', '部门', '乡镇街道', '派出机构', '授权组织', '垂管'] as const;

/** Levels of government, from the State to the township. */
export const agencyLevels = ['国家级', '省级', '市级', '县级', '乡级'] as const;
