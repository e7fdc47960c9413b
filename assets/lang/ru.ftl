# Тексты интерфейса по-русски.

## Экран справки: что делают клавиши.

help-title = Клавиши { $program }
line-down = на строку вниз
line-up = на строку вверх
page-down = на страницу вниз
page-up = на страницу вверх
half-page-down = на полстраницы вниз
half-page-up = на полстраницы вверх
to-the-beginning = в начало
to-the-end = в конец
next-paragraph = следующий абзац
previous-paragraph = предыдущий абзац
article-or-sidebar = статья или панель
sidebar-entities = панель: имена
sidebar-quotes = панель: цитаты
sidebar-outline = панель: план
jump-or-list = перейти; в тексте: список
next-place = следующее место
previous-place = предыдущее место
back-from-jump = назад после перехода
forward-again = снова вперёд
next-stop = следующее имя, ссылка
previous-stop = предыдущее имя, ссылка
open-link = открыть ссылку
search-or-narrow = поиск; отбор в списке
set-bookmark = поставить закладку
go-to-bookmark = перейти к закладке
more-about-line = подробнее о строке
mark-lines = отметить строки
copy-by-letter = копировать: что, буквой
hide-sidebar = скрыть/показать панель
next-article = следующая статья
previous-article = предыдущая статья
wider-text = текст шире
narrower-text = текст уже
mouse-on-off = мышь вкл. или выкл.
other-order = другой порядок письма
other-colours = другие цвета
draw-again = перерисовать экран
to-the-shell = в оболочку; fg вернёт
this-help = эта справка
close-what-is-open = закрыть открытое
quit-program = выход

## Клавиши при вводе строки.

keep-shown = оставить показанное
back-to-before = вернуться к прежнему
cursor-left = курсор влево
cursor-right = курсор вправо
before-everything = в начало строки
behind-everything = в конец строки
remove-letter-before = удалить букву слева
remove-letter-behind = удалить букву справа
remove-word-before = удалить слово слева
remove-all-before = удалить всё слева
typed-earlier = введённое раньше
typed-later = введённое позже
exact-or-folded = точно или гибко
take-line = взять строку
delete-bookmark = удалить закладку
keys-typing = при вводе строки
keys-choosing = в списке букв

## Строка состояния: что клавиши делают сейчас и где мы.

hint = { $key } { $what }
hint-quit = выход
hint-stop = стоп
hint-close = закрыть
hint-scroll = прокрутка
hint-jump = перейти
hint-tabs = вкладки
hint-article = статья
hint-sidebar = панель
hint-help = справка
hint-next = далее
hint-previous = ранее
hint-back = назад
hint-keep = оставить
hint-go-back = отмена
hint-end = конец
hint-search = поиск
hint-details = подробнее
hint-list = к списку
hint-mark = больше или меньше
hint-copy = копировать
hint-takes = взять
hint-replaces = заменить
hint-deletes = удалить
place-all = всё
place-top = начало
place-end = конец
per-cent = { $number } %
file-of = файл { $at }/{ $count }
quotation = цитата
heading = заголовок
progress = { $what }: { $per_cent }
left-at = { $per_cent }, где вы остановились; { $key } — в начало

## Строка ввода.

search-prompt = поиск
filter-prompt = отбор в списке
found-so-far = пока { $count }, { $per_cent }
not-found = не найдено
place-of = { $at } из { $count }
place-of-more = { $at } из более чем { $count }
with-exact = { $news }, точно
not-found-text = не найдено: { $typed }
nothing-found-before = раньше ничего не было найдено
still-looking = поиск продолжается

## Боковая панель.

entities = Имена
quotes = Цитаты
outline = План
none-has-this = нет совпадений
looking-for-them = идёт поиск…
no-entities = имён нет
no-quotations = цитат нет
no-headings = заголовков нет
people = Люди
organisations = Организации
places = Места
events = События
works = Произведения
products = Продукты
laws = Законы
groups = Группы
dates = Даты
numbers = Числа
money = Суммы
other = Прочее
other-names = Другие имена
first-mention = Первое упоминание
mentions = Упоминания
says = Высказывания
spoken-by = Кто говорит
introduced-by = Слова автора
passed-on-by = Передаёт
its-words = Слова
no-more-about = больше об этом ничего нет

## Закладки и копирование.

menu-set-mark = закладка здесь: буква для неё
menu-go-to-mark = перейти к закладке
menu-copy = копировать
bookmark-set = закладка { $letter }: { $keys } вернёт сюда
no-bookmark = нет закладки { $letter }; { $keys } её поставит
no-bookmarks = закладок ещё нет: { $key } и буква поставят закладку
bookmark-deleted = закладка { $letter } удалена
bad-mark = закладка обозначается буквой или цифрой
copy-selection = выделенное
copy-quote = цитата
copy-paragraph = абзац
copy-lines = отмеченные строки
copy-entity = имя
copy-link = ссылка
copy-address = адрес
copy-article = статья
nothing-selected = ничего не выделено
no-quotation-here = дальше цитат нет
no-text-here = здесь нет текста
no-lines-marked = строки не отмечены
no-entity-selected = имя не выделено
no-link-here = в этом абзаце нет ссылок
no-address = в файле нет адреса статьи
letter-copies-nothing = эта буква ничего не копирует: { $key } покажет подходящие
copied-by = { $what }, { PLURAL($letters) ->
        [one] { $letters } символ
        [few] { $letters } символа
        [many] { $letters } символов
       *[other] { $letters } символа
    }: скопировано программой { $program }
copied-to-terminal = { $what }, { PLURAL($letters) ->
        [one] { $letters } символ
        [few] { $letters } символа
        [many] { $letters } символов
       *[other] { $letters } символа
    }: отправлено в буфер обмена терминала
copied-too-long = { $what }: больше { $most } КБ, которые принимают терминалы

## Перемещение.

measure = ширина текста не более { PLURAL($columns) ->
        [one] { $columns } столбца
        [few] { $columns } столбцов
        [many] { $columns } столбцов
       *[other] { $columns } столбца
    }
nothing-listed = список пуст
known-without-place = это известно о статье, но места в тексте не имеет
nothing-jumped-to = переходов ещё не было: { $tab }, затем { $enter } на строке панели
nothing-to-show = ничего не выделено: { $key } — к следующему имени или ссылке
no-other-place = других мест нет
only-place = единственное место
from-beginning-again = снова с начала
from-end-again = снова с конца
no-jump-back = некуда возвращаться
no-jump-forward = некуда идти вперёд
no-further-stop = больше нет имён и ссылок
match-in-no-list = найденного поиском нет ни в одном списке
last-article = это последняя статья
first-article = это первая статья

## То, что делается в фоне.

laying-out = вёрстка длинного абзаца
long-paragraph-failed = у длинного абзаца показано только начало: { $error }
long-paragraph-stopped = остановлено: у длинного абзаца показано только начало; { $key } — продолжить
looking-for-names = поиск имён
names-failed = в этой статье не удалось найти имена
names-not-looked-for = поиск имён не ведётся: { $error }
opening = открывается { $file } ({ $megabytes } МБ)

## Ссылки, мышь, терминал.

opened = открыто: { $address }
not-opened = { $why }: { $address }
only-web-addresses = открываются только адреса http, https и mailto
bad-address = в адресе есть пробелы или управляющие символы
address-with-name = в адресе перед узлом стоит имя, которое может ввести в заблуждение
mouse-on = мышь выделяет, выбирает и прокручивает; { $key } вернёт её терминалу
mouse-off = мышь снова у терминала
theme-auto = цвета: как у терминала
theme-dark = цвета: светлое на тёмном
theme-light = цвета: тёмное на светлом
theme-contrast = цвета: высокий контраст
theme-sixteen = цвета: шестнадцать цветов терминала
theme-none = этому терминалу цвета не передаются
order-remembered = текст справа налево: { $name }, запомнено для { $terminal }
order-not-remembered = текст справа налево: { $name }, не запомнено: { $error }
doctor-title = Здесь это читается правильно?
doctor-end = Нажмите любую клавишу: будет напечатан весь отчёт.
doctor-arabic = Арабский, читается справа: буквы соединены, скобки охватывают второе слово, % стоит слева от 61, 18 справа от 19, точка на левом краю
doctor-hebrew = Иврит, читается справа: «Financial Times» в нём читается слева, точка стоит на левом краю
doctor-marks = Огласовки: каждая над своей буквой, и лям-алиф на левом краю виден

## Неполадки.

and-why = { $what }; { $why }
problems = { PLURAL($count) ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }, первая: { $first }
nowhere-to-remember = ни XDG_STATE_HOME, ни HOME не указывают, где хранить память
not-ours = { $file }: { $what }; уберите файл, чтобы начать заново
place-not-remembered = место не запомнено: { $error }
no-terminal = нет терминала для чтения: { $error }; --print вместо этого выведет статью

## Даты.

date = { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } г.
