/**
 * Passwords of twelve characters and more that stand high in published lists of what is tried first (the NCSC's list of
 * breached passwords among them), and those that this product's name suggests. Shorter ones are refused by their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(`
  123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678901 987654321098 098765432109 112233445566 121212121212
  qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u
  1q2w3e4r5t6y7u8i zaq12wsxcde3 zaq1xsw2cde3 asdfghjkl123 asdfghjklzxc zxcvbnm12345 zxcvbnm123456 qazwsxedcrfv qwerty123456 qwerty1234567 qwerty12345678 123456qwerty
  123qweasdzxc qweasdzxc123 password1234 password12345 password123456 password1234567 passwordpassword mypassword123 newpassword1 newpassword123 p@ssw0rd1234 passw0rd1234
  password2024 password2025 password2026 changeme1234 changemenow1 letmein12345 letmein123456 letmeinplease welcome12345 welcome123456 welcometothe adminadmin123
  administrator administrator1 administrator123 admin1234567 admin123456789 iloveyou1234 iloveyou12345 iloveyouforever sunshine1234 princess1234 football1234 liverpool123
  liverpoolfc1 manchester123 manchesterunited arsenal12345 chelsea12345 superman1234 superman12345 basketball123 spiderman123 pokemon12345 abcdefghijkl abcdefghijklm
  abcdefghijklmnop abcd12345678 abcdef123456 abc123abc123 a1b2c3d4e5f6 aa1234567890 trustno1trustno1 unknownuser1 startrek1234 starwars1234 correcthorsebatterystaple
  dueregard123 dueregard1234 dueregard2025 dueregard2026 dueregarddueregard preventduty1 preventduty123 preventlead1 preventlead123 homeoffice123 council12345 countycouncil
  countycouncil1 districtcouncil localauthority localauthority1
`.trim().split(/\s+/));
