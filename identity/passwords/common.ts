/**
 * What people choose first when twelve characters are demanded: the well-known words, long enough alone or with digits, in Latin and
 * Cyrillic, on either keyboard. Compared in lower case, with «е» for «ё»; also with everything but letters taken out.
 */
const words = `
password passwordpassword password1234 password12345 password123456 passw0rd1234 mypassword mypassword123 yourpassword
adminadmin adminadminadmin administrator administrator1 administrator123 admin admin123456 admin12345678 root rootrootroot
qwertyuiop qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qwerty
qwertyqwerty qwerty123456 qwerty1234567 qwertyasdfgh qwertyasdfghzxcvbn asdfghjkl asdfghjklzxcvbnm asdfghasdfgh zxcvbnm
zxcvbnmzxcvbnm zxcvbnmasdfghjkl qazwsxedcrfv qazwsxedc qazwsxedcrfvtgb qazxswedcvfr 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u
1q2w3e4r5t6y7u8i 1234qwerasdf 1234qwerasdfzxcv q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 zaq12wsxcde3 zaqwsxcde
iloveyou iloveyouiloveyou iloveyou1234 letmein letmeinletmein welcome welcome12345 welcomewelcome changeme changemechangeme
changeme1234 secret secretsecret supersecret superman sunshine princess football baseball dragon monkey master
trustno1trustno1 starwars computer internet whatever michael jennifer charlie shadow correcthorsebatterystaple
correct-horse-battery-staple test testtesttest testing testtest1234 user useruser guestguest default temporary
пароль парольпароль парольпарольпароль пароль123456 пароль1234567 пароль12345678 мойпароль мойпароль123 сложныйпароль
новыйпароль простойпароль администратор администратор1 администратор123 админадмин админадминадмин пользователь
йцукенгшщзхъ йцукенгшщз йцукен йцукенйцукен йцукен123456 фывапролджэ фывапролд ячсмитьбю йцукенгшщзхъфывапролджэ
йцукенфывапр ялюблютебя ятебялюблю любовьлюбовь любимая любимый солнышко солнышкосолнышко наташа александр
александра екатерина анастасия привет приветпривет приветприветпривет здравствуйте начальник директор секретарь
отдел работа работаработа понятно понятнопонятно ponyatno ponyatnoponyatno министерство департамент правительство
администрация москва москвамосква новосибирск санктпетербург россия россияроссия россиявперед спартак спартакмосква
зенитчемпион gfhjkm gfhjkmgfhjkm gfhjkm123456 ghbdtn ghbdtnghbdtn k.,jdm cjkysirj yfxfkmybr flvbybcnhfnjh
parol parolparol parol123456 privetprivet nikita natasha aleksandr ekaterina anastasia rossiya moskva moscow zenit spartak
`;

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/u));
